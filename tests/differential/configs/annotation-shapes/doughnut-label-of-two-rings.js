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
      },
      {
        "data": [
          1,
          2,
          3
        ],
        "backgroundColor": [
          "red",
          "green",
          "blue"
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
            "content": "two rings",
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
