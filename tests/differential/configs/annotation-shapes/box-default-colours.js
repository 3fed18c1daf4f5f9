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
            "xMin": 2,
            "xMax": 6,
            "yMin": 3,
            "yMax": 8
          },
          {
            "type": "ellipse",
            "xMin": 5,
            "xMax": 9,
            "yMin": 1,
            "yMax": 5
          }
        ]
      }
    }
  }
}
