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
    "circumference": 80,
    "rotation": 30,
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "doughnutLabel",
            "content": "short",
            "backgroundColor": "pink"
          }
        ]
      }
    }
  }
}
