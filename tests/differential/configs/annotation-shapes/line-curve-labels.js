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
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 2,
            "yMax": 2,
            "borderColor": "blue",
            "borderWidth": 4,
            "curve": true,
            "label": {
              "display": true,
              "content": "start",
              "position": "start"
            }
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 5,
            "yMax": 5,
            "borderColor": "blue",
            "borderWidth": 4,
            "curve": true,
            "label": {
              "display": true,
              "content": "30%",
              "position": "30%",
              "rotation": "auto"
            }
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 8,
            "yMax": 6,
            "borderColor": "blue",
            "borderWidth": 4,
            "curve": true,
            "controlPoint": {
              "y": "20%"
            },
            "label": {
              "display": true,
              "content": "end",
              "position": "end"
            }
          }
        ]
      }
    }
  }
}
