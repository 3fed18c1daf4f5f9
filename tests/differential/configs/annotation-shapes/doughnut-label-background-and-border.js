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
            "content": "text",
            "backgroundColor": "pink",
            "borderColor": "black",
            "borderWidth": 4,
            "borderDash": [
              10,
              5
            ],
            "spacing": 8
          }
        ]
      }
    }
  }
}
