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
            "yMin": 1,
            "yMax": 4,
            "borderColor": "blue",
            "borderWidth": 4,
            "borderShadowColor": "black",
            "shadowBlur": 8
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
            "shadowBlur": 8,
            "shadowOffsetY": 12
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 9,
            "yMax": 6,
            "borderColor": "blue",
            "borderWidth": 4,
            "borderShadowColor": "red",
            "shadowBlur": 0,
            "shadowOffsetX": 12,
            "backgroundShadowColor": "lime"
          }
        ]
      }
    }
  }
}
