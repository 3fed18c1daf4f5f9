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
            "yMin": 9,
            "yMax": 9,
            "borderColor": "blue",
            "borderWidth": 4,
            "borderDash": [
              10,
              10
            ],
            "arrowHeads": {
              "start": {
                "display": true
              },
              "end": {
                "display": true
              }
            }
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 6,
            "yMax": 6,
            "borderColor": "blue",
            "borderWidth": 4,
            "arrowHeads": {
              "display": true,
              "length": 40,
              "width": 20,
              "fill": true
            }
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 3,
            "yMax": 3,
            "borderColor": "blue",
            "borderWidth": 8,
            "backgroundColor": "orange",
            "arrowHeads": {
              "fill": true,
              "length": 40,
              "width": 20,
              "start": {
                "display": true
              },
              "end": {
                "display": true
              }
            }
          }
        ]
      }
    }
  }
}
