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
              "content": "25%",
              "position": "25%"
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
                "10%",
                "90%"
              ],
              "position": {
                "x": "10%",
                "y": "90%"
              }
            }
          }
        ]
      }
    }
  }
}
