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
    "circumference": 180,
    "rotation": 90,
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "doughnutLabel",
            "content": [
              "half",
              "a ring"
            ],
            "backgroundColor": "pink",
            "borderColor": "black",
            "borderWidth": 2,
            "font": {
              "size": 40
            }
          }
        ]
      }
    }
  }
}
