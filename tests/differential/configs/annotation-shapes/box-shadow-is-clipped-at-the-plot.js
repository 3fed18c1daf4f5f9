// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "display": true,
        "min": 0,
        "max": 10
      },
      "y": {
        "display": true,
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
            "xMin": 7,
            "xMax": 10,
            "yMin": 7,
            "yMax": 10,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "backgroundShadowColor": "black",
            "borderShadowColor": "rgba(0,0,200,0.8)",
            "shadowBlur": 30,
            "shadowOffsetX": 20,
            "shadowOffsetY": -20
          },
          {
            "type": "box",
            "xMin": 0,
            "xMax": 3,
            "yMin": 0,
            "yMax": 3,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "backgroundShadowColor": "black",
            "borderShadowColor": "rgba(0,0,200,0.8)",
            "shadowBlur": 30,
            "shadowOffsetX": -15,
            "shadowOffsetY": 4
          }
        ]
      }
    }
  }
}
