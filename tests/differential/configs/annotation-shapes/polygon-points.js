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
            "sides": 6,
            "xValue": 2.5,
            "yValue": 5,
            "radius": 60,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "point": {
              "radius": 5,
              "backgroundColor": "blue",
              "borderColor": "black",
              "borderWidth": 1
            }
          },
          {
            "type": "polygon",
            "sides": 5,
            "xValue": 7,
            "yValue": 6,
            "radius": 60,
            "rotation": 20,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "point": {
              "radius": 8,
              "pointStyle": "rectRot"
            }
          },
          {
            "type": "polygon",
            "sides": 3,
            "xValue": 7,
            "yValue": 2,
            "radius": 40,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": [
              5,
              5
            ],
            "backgroundShadowColor": "black",
            "borderShadowColor": "rgba(0,0,200,0.8)",
            "shadowBlur": 8,
            "shadowOffsetX": 6,
            "shadowOffsetY": 4,
            "point": {
              "radius": 10,
              "pointStyle": "star",
              "borderColor": "green",
              "borderWidth": 2
            }
          }
        ]
      }
    }
  }
}
