// 400 x 300
{
  "type": "doughnut",
  "data": {
    "labels": [
      "a",
      "b",
      "c"
    ],
    "datasets": [
      {
        "data": [
          102,
          200,
          80
        ],
        "backgroundColor": [
          "tomato",
          "steelblue",
          "gold"
        ]
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
            "type": "doughnutLabel",
            "content": [
              "turned",
              "text"
            ],
            "rotation": 45,
            "xAdjust": 20,
            "yAdjust": -10,
            "font": {
              "size": 24
            },
            "position": {
              "x": "start",
              "y": "end"
            }
          }
        ]
      }
    }
  }
}
