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
            "value": 23,
            "borderColor": "red"
          },
          {
            "type": "box",
            "yMin": -6,
            "yMax": -2,
            "backgroundColor": "rgba(255,99,132,0.5)",
            "borderColor": "rgb(200,30,60)",
            "borderWidth": 3
          },
          {
            "type": "point",
            "yValue": 31,
            "xValue": 2,
            "adjustScaleRange": false
          },
          {
            "type": "line",
            "scaleID": "y",
            "value": 60,
            "display": false
          }
        ]
      }
    }
  }
}
