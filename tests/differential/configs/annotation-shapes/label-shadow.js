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
            "type": "label",
            "xValue": 3,
            "yValue": 8,
            "content": "background",
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
            "type": "label",
            "xValue": 7,
            "yValue": 8,
            "content": "border",
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderRadius": 10,
            "borderShadowColor": "black",
            "shadowBlur": 15
          },
          {
            "type": "label",
            "xValue": 3,
            "yValue": 4,
            "content": "turned",
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "rotation": 60,
            "backgroundShadowColor": "black",
            "borderShadowColor": "rgba(0,0,200,0.8)",
            "shadowBlur": 8,
            "shadowOffsetX": 20,
            "shadowOffsetY": 4
          },
          {
            "type": "label",
            "xValue": 7,
            "yValue": 4,
            "content": [
              "no",
              "background"
            ],
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
