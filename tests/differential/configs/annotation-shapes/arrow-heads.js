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
            "yMax": 8,
            "borderColor": "blue",
            "borderWidth": 4,
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
            "yMin": 7,
            "yMax": 6,
            "borderColor": "blue",
            "borderWidth": 4,
            "arrowHeads": {
              "fill": true,
              "length": 30,
              "width": 15,
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
            "xMin": 9,
            "xMax": 1,
            "yMin": 5,
            "yMax": 4,
            "borderColor": "blue",
            "borderWidth": 4,
            "arrowHeads": {
              "length": 30,
              "width": 15,
              "start": {
                "display": true,
                "borderColor": "red",
                "borderWidth": 2,
                "length": 20
              },
              "end": {
                "display": false
              }
            }
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 3,
            "yMax": 2,
            "borderColor": "blue",
            "borderWidth": 4,
            "arrowHeads": {
              "length": 30,
              "width": 15,
              "start": {
                "display": true,
                "borderDash": [
                  3,
                  3
                ]
              },
              "end": {
                "display": true,
                "fill": true,
                "backgroundColor": "yellow",
                "borderColor": "green",
                "width": 20
              }
            }
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 1,
            "yMax": 1,
            "borderColor": "blue",
            "borderWidth": 0,
            "arrowHeads": {
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
