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
        "clip": false,
        "annotations": [
          {
            "type": "label",
            "xValue": 0,
            "yValue": 10,
            "content": "beyond the corner",
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "font": {
              "size": 20
            }
          },
          {
            "type": "label",
            "xValue": 10,
            "yValue": 5,
            "content": "half",
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          }
        ]
      }
    }
  }
}
