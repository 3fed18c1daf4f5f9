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
            "xMin": 1,
            "xMax": 4,
            "yMin": 1,
            "yMax": 4,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderRadius": 500
          },
          {
            "type": "box",
            "xMin": 5,
            "xMax": 9,
            "yMin": 1,
            "yMax": 4,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderRadius": {
              "topLeft": 20,
              "bottomRight": 30
            }
          },
          {
            "type": "box",
            "xMin": 1,
            "xMax": 4,
            "yMin": 6,
            "yMax": 9,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "borderRadius": {
              "topRight": 200
            }
          },
          {
            "type": "box",
            "xMin": 5,
            "xMax": 9,
            "yMin": 6,
            "yMax": 9,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 12,
            "borderRadius": -5,
            "borderJoinStyle": "round"
          }
        ]
      }
    }
  }
}
