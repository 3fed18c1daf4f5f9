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
            "type": "polygon",
            "sides": 3,
            "xValue": 3,
            "yValue": 7,
            "radius": 50,
            "rotation": 0,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "backgroundShadowColor": "black",
            "borderShadowColor": "rgba(0,0,200,0.8)",
            "shadowBlur": 8,
            "shadowOffsetX": 0,
            "shadowOffsetY": 4
          },
          {
            "type": "polygon",
            "sides": 4,
            "xValue": 7,
            "yValue": 7,
            "radius": 50,
            "rotation": 10,
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
            "type": "polygon",
            "sides": 5,
            "xValue": 3,
            "yValue": 3,
            "radius": 50,
            "rotation": 20,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "backgroundShadowColor": "black",
            "borderShadowColor": "rgba(0,0,200,0.8)",
            "shadowBlur": 8,
            "shadowOffsetX": 12,
            "shadowOffsetY": 4
          },
          {
            "type": "polygon",
            "sides": 6,
            "xValue": 7,
            "yValue": 3,
            "radius": 50,
            "rotation": 30,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "backgroundShadowColor": "black",
            "borderShadowColor": "rgba(0,0,200,0.8)",
            "shadowBlur": 8,
            "shadowOffsetX": 18,
            "shadowOffsetY": 4
          }
        ]
      }
    }
  }
}
