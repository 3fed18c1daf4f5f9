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
              "A text that is much wider",
              "than the hole",
              "x"
            ],
            "font": [
              {
                "size": 40,
                "lineHeight": 2
              },
              {
                "size": 30,
                "weight": "bold"
              }
            ],
            "color": [
              "red",
              "green"
            ],
            "textStrokeWidth": 2,
            "textStrokeColor": "yellow"
          }
        ]
      }
    }
  }
}
