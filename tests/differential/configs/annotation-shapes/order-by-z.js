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
            "xMax": 6,
            "yMin": 1,
            "yMax": 6,
            "backgroundColor": "red",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "z": 3
          },
          {
            "type": "box",
            "xMin": 3,
            "xMax": 8,
            "yMin": 3,
            "yMax": 8,
            "backgroundColor": "green",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "z": 1
          },
          {
            "type": "box",
            "xMin": 2,
            "xMax": 9,
            "yMin": 2,
            "yMax": 4,
            "backgroundColor": "blue",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "z": 2
          },
          {
            "type": "box",
            "xMin": 4,
            "xMax": 5,
            "yMin": 1,
            "yMax": 9,
            "backgroundColor": "yellow",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "z": -1
          }
        ]
      }
    }
  }
}
