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
            "display": false
          },
          {
            "type": "nonsense",
            "yMin": 5,
            "yMax": 5,
            "borderColor": "red"
          },
          {
            "yMin": 7,
            "yMax": 7,
            "borderColor": "green",
            "init": true
          },
          {
            "type": "box",
            "xMin": 5,
            "xMax": 8,
            "yMin": 1,
            "yMax": 4,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3,
            "init": false,
            "label": {
              "display": false,
              "content": "x"
            }
          }
        ]
      }
    }
  }
}
