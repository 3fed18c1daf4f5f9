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
            "type": "box",
            "yMin": 2,
            "yMax": 5,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "box",
            "xMin": "B",
            "xMax": "C",
            "backgroundColor": "rgba(0,200,0,0.3)",
            "borderWidth": 0
          },
          {
            "type": "box",
            "xMin": 3.5,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          }
        ]
      }
    }
  }
}
