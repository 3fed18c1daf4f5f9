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
        "common": {
          "borderColor": "purple",
          "borderWidth": 5,
          "backgroundColor": "rgba(0,255,0,0.3)",
          "shadowBlur": 5,
          "backgroundShadowColor": "black",
          "borderShadowColor": "black",
          "label": {
            "display": true,
            "color": "yellow",
            "backgroundColor": "black"
          }
        },
        "annotations": {
          "a": {
            "type": "box",
            "xMin": 1,
            "xMax": 4,
            "yMin": 1,
            "yMax": 4
          },
          "b": {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 5,
            "yMax": 5,
            "label": {
              "content": "common label"
            }
          },
          "c": {
            "type": "label",
            "xValue": 7,
            "yValue": 8,
            "content": "label"
          }
        }
      }
    }
  }
}
