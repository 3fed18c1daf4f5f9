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
        ],
        "borderWidth": 5,
        "spacing": 10
      }
    ]
  },
  "options": {
    "cutout": "80%",
    "plugins": {
      "legend": {
        "display": true
      },
      "annotation": {
        "annotations": [
          {
            "type": "doughnutLabel",
            "content": "cutout",
            "font": {
              "size": 60
            },
            "backgroundColor": "pink"
          }
        ]
      }
    }
  }
}
