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
            "xMax": 5,
            "yMin": 1,
            "yMax": 9,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "auto",
              "rotation": "auto"
            }
          },
          {
            "type": "line",
            "xMin": 9,
            "xMax": 5,
            "yMin": 1,
            "yMax": 9,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "auto too",
              "rotation": "auto",
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
            "label": {
              "display": true,
              "content": "forty",
              "rotation": 40,
              "position": "80%"
            }
          },
          {
            "type": "line",
            "xMin": 10,
            "xMax": 0,
            "yMin": 2,
            "yMax": 2,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "backwards",
              "rotation": "auto"
            }
          }
        ]
      }
    }
  }
}
