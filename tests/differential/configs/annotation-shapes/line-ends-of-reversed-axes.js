// 400 x 300
{
  "type": "bar",
  "data": {
    "labels": [
      "A",
      "B",
      "C",
      "D",
      "E"
    ],
    "datasets": [
      {
        "data": [
          3,
          7,
          5,
          9,
          4
        ],
        "backgroundColor": "rgba(70,130,180,0.6)"
      }
    ]
  },
  "options": {
    "scales": {
      "x": {
        "reverse": true
      },
      "y": {
        "reverse": true
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
            "xMin": "B",
            "yMin": 2,
            "borderColor": "red",
            "borderWidth": 5
          },
          {
            "type": "line",
            "yMax": 6,
            "borderColor": "green",
            "borderWidth": 5
          }
        ]
      }
    }
  }
}
