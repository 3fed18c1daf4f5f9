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
            "yMin": 2,
            "yMax": 2,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "above",
              "yAdjust": -50,
              "callout": {
                "display": true,
                "borderColor": "red",
                "borderWidth": 2
              }
            }
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 7,
            "yMax": 9,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "side",
              "xAdjust": 90,
              "yAdjust": 60,
              "position": "30%",
              "rotation": "auto",
              "callout": {
                "display": true,
                "borderColor": "green",
                "borderDash": [
                  4,
                  3
                ],
                "side": 15,
                "margin": 10,
                "start": "25%"
              }
            }
          }
        ]
      }
    }
  }
}
