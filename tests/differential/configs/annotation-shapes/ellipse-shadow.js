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
            "type": "ellipse",
            "xMin": 1,
            "xMax": 4,
            "yMin": 1,
            "yMax": 9,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "backgroundShadowColor": "black",
            "borderShadowColor": "rgba(0,0,200,0.8)",
            "shadowBlur": 8,
            "shadowOffsetX": 6,
            "shadowOffsetY": 4
          },
          {
            "type": "ellipse",
            "xMin": 5,
            "xMax": 9,
            "yMin": 1,
            "yMax": 4,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "backgroundShadowColor": "black",
            "shadowBlur": 20
          },
          {
            "type": "ellipse",
            "xMin": 5,
            "xMax": 9,
            "yMin": 6,
            "yMax": 9,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "rotation": 45,
            "borderShadowColor": "black",
            "shadowBlur": 5,
            "shadowOffsetX": 20
          }
        ]
      }
    }
  }
}
