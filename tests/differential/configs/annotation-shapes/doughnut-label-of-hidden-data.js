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
        "hidden": true
      }
    ]
  },
  "options": {
    "plugins": {
      "title": {
        "display": true,
        "text": "nothing but a title"
      },
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "doughnutLabel",
            "content": "hidden",
            "font": {
              "size": 30
            },
            "backgroundColor": "pink"
          }
        ]
      }
    }
  }
}
