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
            "type": "box",
            "xMin": 2,
            "xMax": 8,
            "yMin": 2,
            "yMax": 5,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "rotation": 40,
            "backgroundShadowColor": "black",
            "borderShadowColor": "rgba(0,0,200,0.8)",
            "shadowBlur": 4,
            "shadowOffsetX": 12,
            "shadowOffsetY": 0
          },
          {
            "type": "box",
            "xMin": 3,
            "xMax": 7,
            "yMin": 6,
            "yMax": 9,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "rotation": 90,
            "borderRadius": 12,
            "backgroundShadowColor": "black",
            "borderShadowColor": "rgba(0,0,200,0.8)",
            "shadowBlur": 8,
            "shadowOffsetX": 6,
            "shadowOffsetY": 4
          }
        ]
      }
    }
  }
}
