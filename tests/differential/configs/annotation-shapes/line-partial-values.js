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
    "scales": {},
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
            "yMax": 8,
            "borderColor": "red"
          },
          {
            "type": "line",
            "yMax": 6,
            "borderColor": "green"
          },
          {
            "type": "line",
            "xMin": 1,
            "xMax": 3,
            "borderColor": "blue"
          },
          {
            "type": "line",
            "scaleID": "y",
            "value": 3,
            "endValue": 8,
            "borderColor": "orange"
          }
        ]
      }
    }
  }
}
