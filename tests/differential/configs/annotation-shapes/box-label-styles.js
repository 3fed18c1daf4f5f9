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
            "type": "box",
            "xMin": 0.5,
            "xMax": 9.5,
            "yMin": 0.5,
            "yMax": 4.5,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "label": {
              "display": true,
              "content": [
                "First line",
                "Second line",
                "Third"
              ],
              "color": [
                "red",
                "blue"
              ],
              "font": [
                {
                  "size": 20,
                  "weight": "bold"
                },
                {
                  "size": 11,
                  "lineHeight": 2
                }
              ],
              "textAlign": "center",
              "textStrokeColor": "yellow",
              "textStrokeWidth": 4
            }
          },
          {
            "type": "box",
            "xMin": 0.5,
            "xMax": 9.5,
            "yMin": 5,
            "yMax": 9.5,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "label": {
              "display": true,
              "content": [
                "one",
                "number two"
              ],
              "textAlign": "end",
              "padding": {
                "top": 20,
                "left": 2
              },
              "xAdjust": 40,
              "yAdjust": -20,
              "rotation": 30,
              "borderColor": "green",
              "borderWidth": 2,
              "borderRadius": 6,
              "borderDash": [
                4,
                2
              ]
            }
          }
        ]
      }
    }
  }
}
