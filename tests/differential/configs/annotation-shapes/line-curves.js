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
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 1,
            "yMax": 1,
            "borderColor": "blue",
            "borderWidth": 4,
            "curve": true
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 3,
            "yMax": 6,
            "borderColor": "blue",
            "borderWidth": 4,
            "curve": true,
            "controlPoint": {
              "x": 40,
              "y": -60
            }
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 8,
            "yMax": 9,
            "borderColor": "blue",
            "borderWidth": 4,
            "curve": true,
            "controlPoint": {
              "y": "30%"
            },
            "borderDash": [
              12,
              4
            ]
          },
          {
            "type": "line",
            "xMin": 9,
            "xMax": 1,
            "yMin": 5,
            "yMax": 5,
            "borderColor": "red",
            "borderWidth": 4,
            "curve": true,
            "controlPoint": 50
          },
          {
            "type": "line",
            "xMin": 5,
            "xMax": 5,
            "yMin": 1,
            "yMax": 9,
            "borderColor": "green",
            "borderWidth": 4,
            "curve": true,
            "controlPoint": {
              "x": "-20%",
              "y": "20%"
            }
          }
        ]
      }
    }
  }
}
