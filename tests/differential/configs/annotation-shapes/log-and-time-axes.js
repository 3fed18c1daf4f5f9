// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "type": "logarithmic",
        "min": 1,
        "max": 1000,
        "display": false
      },
      "y": {
        "min": 0,
        "max": 10,
        "display": false
      }
    },
    "plugins": {
      "annotation": {
        "annotations": [
          {
            "type": "box",
            "xMin": 10,
            "xMax": 100,
            "yMin": 2,
            "yMax": 8,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "line",
            "scaleID": "x",
            "value": 300,
            "borderColor": "blue"
          },
          {
            "type": "ellipse",
            "xMin": 2,
            "xMax": 8,
            "yMin": 5,
            "yMax": 9,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          }
        ]
      }
    }
  }
}
