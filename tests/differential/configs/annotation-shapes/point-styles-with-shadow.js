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
            "type": "point",
            "xValue": 1,
            "yValue": 7,
            "pointStyle": "circle",
            "radius": 25,
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
            "type": "point",
            "xValue": 3,
            "yValue": 7,
            "pointStyle": "triangle",
            "radius": 25,
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
            "type": "point",
            "xValue": 5,
            "yValue": 7,
            "pointStyle": "rectRounded",
            "radius": 25,
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
            "type": "point",
            "xValue": 7,
            "yValue": 7,
            "pointStyle": "rect",
            "radius": 25,
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
            "type": "point",
            "xValue": 9,
            "yValue": 7,
            "pointStyle": "rectRot",
            "radius": 25,
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
            "type": "point",
            "xValue": 1,
            "yValue": 3,
            "pointStyle": "crossRot",
            "radius": 25,
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
            "type": "point",
            "xValue": 3,
            "yValue": 3,
            "pointStyle": "cross",
            "radius": 25,
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
            "type": "point",
            "xValue": 5,
            "yValue": 3,
            "pointStyle": "star",
            "radius": 25,
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
            "type": "point",
            "xValue": 7,
            "yValue": 3,
            "pointStyle": "line",
            "radius": 25,
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
            "type": "point",
            "xValue": 9,
            "yValue": 3,
            "pointStyle": "dash",
            "radius": 25,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
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
