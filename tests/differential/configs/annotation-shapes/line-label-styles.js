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
              "content": [
                "Two",
                "lines of text"
              ],
              "backgroundColor": "white",
              "color": [
                "red",
                "green"
              ],
              "borderColor": "black",
              "borderWidth": 3,
              "borderDash": [
                5,
                3
              ],
              "borderRadius": {
                "topLeft": 12,
                "bottomRight": 12
              },
              "textAlign": "start",
              "padding": {
                "x": 20,
                "y": 4
              },
              "font": [
                {
                  "size": 14,
                  "weight": "bold"
                },
                {
                  "size": 20,
                  "weight": "normal",
                  "lineHeight": "30px"
                }
              ]
            }
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 9,
            "yMin": 7,
            "yMax": 7,
            "borderColor": "blue",
            "borderWidth": 4,
            "label": {
              "display": true,
              "content": "outlined",
              "backgroundColor": "transparent",
              "color": "white",
              "textStrokeColor": "black",
              "textStrokeWidth": 6,
              "font": {
                "size": 40
              },
              "xAdjust": 30,
              "yAdjust": 15
            }
          }
        ]
      }
    }
  }
}
