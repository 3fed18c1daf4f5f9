// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "display": true,
        "min": 0,
        "max": 10
      },
      "y": {
        "display": true,
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
            "type": "line",
            "xMin": -5,
            "xMax": 15,
            "yMin": 5,
            "yMax": 5,
            "borderColor": "blue",
            "borderWidth": 4
          },
          {
            "type": "line",
            "xMin": -5,
            "xMax": 12,
            "yMin": -5,
            "yMax": 14,
            "borderColor": "red",
            "borderWidth": 4
          },
          {
            "type": "line",
            "xMin": 12,
            "xMax": 14,
            "yMin": 1,
            "yMax": 9,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "outside"
            }
          },
          {
            "type": "line",
            "xMin": 5,
            "xMax": 5,
            "yMin": -5,
            "yMax": 20,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "inside",
              "position": "start"
            }
          },
          {
            "type": "line",
            "scaleID": "x",
            "value": 20,
            "label": {
              "display": true,
              "content": "far"
            }
          }
        ]
      }
    }
  }
}
