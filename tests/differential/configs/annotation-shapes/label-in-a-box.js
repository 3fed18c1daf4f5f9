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
            "content": [
              "centre",
              "of the axes"
            ],
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "label",
            "xMin": 6,
            "xMax": 9,
            "yMin": 7,
            "yMax": 9,
            "content": "box",
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "xAdjust": 10,
            "yAdjust": -5
          },
          {
            "type": "label",
            "xMin": 0,
            "xMax": 4,
            "content": "x only",
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": [
              3,
              3
            ]
          }
        ]
      }
    }
  }
}
