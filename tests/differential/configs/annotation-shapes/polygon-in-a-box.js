// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "display": false,
        "min": 0,
        "max": 10
      },
      "y": {
        "display": false,
        "min": 0,
        "max": 10
      }
    },
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "polygon",
            "sides": 5,
            "xMin": 1,
            "xMax": 4,
            "yMin": 1,
            "yMax": 9,
            "radius": 0,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "polygon",
            "sides": 5,
            "xMin": 5,
            "xMax": 9,
            "yMin": 1,
            "yMax": 9,
            "radius": 30,
            "xAdjust": -20,
            "yAdjust": 30,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "polygon",
            "sides": -2,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "polygon",
            "sides": 6,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          }
        ]
      }
    }
  }
}
