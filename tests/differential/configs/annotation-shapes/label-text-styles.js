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
            "content": [
              "left",
              "aligned text"
            ],
            "textAlign": "left",
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "label",
            "xValue": 7,
            "yValue": 8,
            "content": [
              "right",
              "aligned text"
            ],
            "textAlign": "right",
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "label",
            "xValue": 3,
            "yValue": 4,
            "content": [
              "colours",
              "and",
              "fonts",
              "last"
            ],
            "color": [
              "red",
              "green",
              "blue"
            ],
            "font": [
              {
                "size": 24
              },
              {
                "weight": "bold"
              }
            ]
          },
          {
            "type": "label",
            "xValue": 7,
            "yValue": 4,
            "content": [
              "out",
              "lined"
            ],
            "color": "white",
            "textStrokeColor": "rgba(0,0,0,0.5)",
            "textStrokeWidth": 5,
            "font": {
              "size": 36,
              "weight": "bold"
            }
          }
        ]
      }
    }
  }
}
