// 400 x 300
{
  "type": "line",
  "data": {
    "labels": [
      "A",
      "B",
      "C"
    ],
    "datasets": [
      {
        "data": [
          1,
          5,
          3
        ],
        "yAxisID": "y"
      },
      {
        "data": [
          100,
          300,
          200
        ],
        "yAxisID": "y1"
      }
    ]
  },
  "options": {
    "scales": {
      "y": {},
      "y1": {
        "position": "right"
      }
    },
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": {
          "a": {
            "type": "line",
            "yMin": 250,
            "yMax": 150,
            "yScaleID": "y1",
            "borderColor": "red"
          },
          "b": {
            "type": "box",
            "yScaleID": "y1",
            "yMin": 180,
            "yMax": 220,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          }
        }
      }
    }
  }
}
