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
            "borderShadowColor": "black",
            "shadowBlur": 12,
            "arrowHeads": {
              "length": 30,
              "width": 15,
              "borderShadowColor": "black",
              "shadowBlur": 12,
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
            "borderShadowColor": "black",
            "shadowBlur": 4,
            "shadowOffsetX": 10,
            "shadowOffsetY": 10,
            "arrowHeads": {
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
            "xMin": 1,
            "xMax": 9,
            "yMin": 2,
            "yMax": 3,
            "borderColor": "blue",
            "borderWidth": 4,
            "shadowBlur": 4,
            "shadowOffsetY": 10,
            "arrowHeads": {
              "length": 30,
              "width": 15,
              "fill": true,
              "backgroundShadowColor": "black",
              "borderShadowColor": "red",
              "shadowBlur": 4,
              "shadowOffsetY": 10,
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
