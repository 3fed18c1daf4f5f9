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
            "type": "box",
            "xMin": 1,
            "xMax": 4,
            "yMin": 1,
            "yMax": 4,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 16,
            "borderJoinStyle": "bevel"
          },
          {
            "type": "box",
            "xMin": 5,
            "xMax": 9,
            "yMin": 1,
            "yMax": 4,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 16,
            "borderJoinStyle": "round"
          },
          {
            "type": "box",
            "xMin": 3,
            "xMax": 7,
            "yMin": 6,
            "yMax": 9,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 16,
            "borderJoinStyle": "miter"
          }
        ]
      }
    }
  }
}
