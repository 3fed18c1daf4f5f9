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
            "arrowHeads": {
              "length": 20,
              "width": 10,
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
            "yMin": 4,
            "yMax": 8,
            "borderColor": "blue",
            "borderWidth": 4,
            "curve": true,
            "controlPoint": {
              "x": 0,
              "y": 120
            },
            "arrowHeads": {
              "length": 20,
              "width": 10,
              "fill": true,
              "start": {
                "display": true
              },
              "end": {
                "display": true
              }
            },
            "borderShadowColor": "black",
            "shadowBlur": 6,
            "shadowOffsetX": 8
          }
        ]
      }
    }
  }
}
