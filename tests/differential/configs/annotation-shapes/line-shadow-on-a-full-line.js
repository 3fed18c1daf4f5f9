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
            "scaleID": "y",
            "value": 5,
            "borderColor": "black",
            "borderShadowColor": "black",
            "shadowBlur": 6,
            "shadowOffsetY": 6
          },
          {
            "type": "line",
            "scaleID": "x",
            "value": 2,
            "borderDash": [
              10,
              5
            ],
            "borderShadowColor": "red",
            "shadowBlur": 6,
            "shadowOffsetX": 6
          }
        ]
      }
    }
  }
}
