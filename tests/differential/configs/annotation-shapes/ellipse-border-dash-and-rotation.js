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
            "xMax": 9,
            "yMin": 2,
            "yMax": 5,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": [
              12,
              6
            ],
            "rotation": 25
          },
          {
            "type": "ellipse",
            "xMin": 2,
            "xMax": 4,
            "yMin": 5,
            "yMax": 9.5,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": [
              10
            ],
            "borderDashOffset": 4
          }
        ]
      }
    }
  }
}
