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
            "xMin": 1,
            "xMax": 7,
            "yMin": 2,
            "yMax": 13,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 6,
            "borderDash": [
              20,
              8
            ]
          },
          {
            "type": "box",
            "xMin": 8,
            "xMax": 12,
            "yMin": -2,
            "yMax": 5,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderDash": [
              15,
              10
            ]
          }
        ]
      }
    }
  }
}
