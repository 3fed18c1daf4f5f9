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
        "borderColor": "red",
        "borderWidth": 20
      },
      {
        "data": [
          5,
          1,
          4
        ],
        "borderColor": "blue",
        "borderWidth": 20
      }
    ]
  },
  "options": {
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "box",
            "drawTime": 0,
            "xMin": 0,
            "xMax": 1,
            "backgroundColor": "gold"
          },
          {
            "type": "box",
            "drawTime": 1,
            "xMin": 1,
            "xMax": 2,
            "backgroundColor": "lime"
          }
        ]
      }
    }
  }
}
