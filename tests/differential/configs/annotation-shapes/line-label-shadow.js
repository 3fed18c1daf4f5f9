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
            "label": {
              "display": true,
              "content": "shadow",
              "backgroundColor": "white",
              "color": "black",
              "borderColor": "black",
              "borderWidth": 2,
              "backgroundShadowColor": "black",
              "borderShadowColor": "rgba(0,0,200,0.8)",
              "shadowBlur": 8,
              "shadowOffsetX": 6,
              "shadowOffsetY": 4
            }
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 7,
            "yMax": 8,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "turned",
              "rotation": "auto",
              "backgroundShadowColor": "red",
              "shadowBlur": 10,
              "shadowOffsetX": 10,
              "shadowOffsetY": 10
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
            "borderShadowColor": "black",
            "shadowBlur": 10,
            "label": {
              "display": true,
              "content": "falls back"
            }
          }
        ]
      }
    }
  }
}
