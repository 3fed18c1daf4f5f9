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
            "scaleID": "x",
            "value": 1,
            "label": {
              "display": true,
              "content": [
                "start",
                "two lines"
              ],
              "position": "start"
            }
          },
          {
            "type": "line",
            "scaleID": "x",
            "value": 3.6,
            "label": {
              "display": true,
              "content": [
                "center",
                "two lines"
              ],
              "position": "center"
            }
          },
          {
            "type": "line",
            "scaleID": "x",
            "value": 6.2,
            "label": {
              "display": true,
              "content": [
                "end",
                "two lines"
              ],
              "position": "end"
            }
          },
          {
            "type": "line",
            "scaleID": "x",
            "value": 8.8,
            "label": {
              "display": true,
              "content": [
                "20%",
                "two lines"
              ],
              "position": "20%"
            }
          }
        ]
      }
    }
  }
}
